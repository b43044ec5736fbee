/** React Flow with plain nodes and nothing else: what our canvas is measured beside. `?nodes=300` says how many. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ReactFlow, useNodesState, type Node } from '@xyflow/react';
import '@xyflow/react/dist/style.css';

const count = Number(new URLSearchParams(location.search).get('nodes') ?? '300');
const columns = Math.ceil(Math.sqrt(count * 1.6));

const PLAIN: Node[] = Array.from({ length: count }, (_, index) => ({
  id: `n-${index}`,
  position: { x: (index % columns) * 180, y: Math.floor(index / columns) * 70 },
  data: { label: `node ${index}` },
}));

function Bare() {
  const [nodes, , onNodesChange] = useNodesState(PLAIN);
  return <ReactFlow nodes={nodes} edges={[]} onNodesChange={onNodesChange} minZoom={0.02} fitView />;
}

const root = document.getElementById('root');
if (!root) throw new Error('bare.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Bare />
  </StrictMode>,
);
