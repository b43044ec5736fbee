/** The canvas: React Flow shows a projection of the document; hand and keys are ours. */
import {
  Background,
  BackgroundVariant,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  ViewportPortal,
} from '@xyflow/react';
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent as ReactKeyboardEvent,
  type PointerEvent as ReactPointerEvent,
} from 'react';
import { useDocument, usePath, useView } from '../state/hooks';
import { canvasText as text } from '../strings/en/canvas';
import { Between } from './Between';
import './canvas.css';
import { canvasStore } from './canvas-store';
import { drawingOf } from './drawing';
import { InHand, PickHint, Refusal, Zoom } from './Floating';
import { press, useHand } from './gesture/drive';
import type { Subject } from './gesture/gesture';
import { pressKey } from './keys';
import { NODE_TYPES } from './nodes';
import { PacketOverlay } from './packet/PacketOverlay';
import { project, type CanvasNode } from './projection/nodes';
import { MAX_ZOOM, MIN_ZOOM, setStage } from './stage';
import { fitAll, revealThing } from './view';

export function Canvas() {
  return (
    <ReactFlowProvider>
      <Stage />
    </ReactFlowProvider>
  );
}

/** From here on only what is in view is mounted. */
const CULL_ABOVE = 150;

function Stage() {
  const document = useDocument((state) => state.document);
  const documentId = useDocument((state) => state.documentId);
  const nodes = useProjection(document);
  const hand = useHand();
  const picking = usePath((state) => state.picking);
  const element = useRef<HTMLDivElement>(null);
  const flow = useReactFlow();
  useReveal();
  useRoving(nodes);

  useLayoutEffect(() => {
    if (element.current) setStage({ flow, element: element.current });
    return () => setStage(null);
  }, [flow]);
  // An opened document is shown whole; an edited one stays where it is.
  useEffect(() => {
    fitAll();
  }, [documentId]);

  return (
    <div
      ref={element}
      className="stage"
      data-hand={hand}
      data-picking={picking ?? undefined}
      onPointerDown={pressed}
      onMouseDownCapture={keepFromPanning}
      onKeyDown={keyed}
    >
      <ReactFlow<CanvasNode>
        aria-label={text.canvas}
        nodes={nodes}
        nodeTypes={NODE_TYPES}
        onInit={() => fitAll()}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        onlyRenderVisibleElements={nodes.length > CULL_ABOVE}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        zoomOnDoubleClick={false}
        panOnScroll
        elevateNodesOnSelect={false}
        zIndexMode="manual"
        attributionPosition="bottom-left"
      >
        <Background
          variant={BackgroundVariant.Dots}
          gap={20}
          size={1}
          color="var(--dot)"
          bgColor="transparent"
        />
        <ViewportPortal>
          <Between />
        </ViewportPortal>
      </ReactFlow>
      <PacketOverlay />
      <PickHint />
      <Zoom />
      <Refusal />
      <InHand />
    </div>
  );
}

/** Keeps node objects of what did not change, so that React Flow draws only what did. */
function useProjection(document: Parameters<typeof drawingOf>[0]): CanvasNode[] {
  const before = useRef<CanvasNode[]>([]);
  const nodes = useMemo(() => project(document, drawingOf(document), before.current), [document]);
  useEffect(() => {
    before.current = nodes;
  }, [nodes]);
  return nodes;
}

function useReveal(): void {
  const asked = useView((state) => state.reveal);
  useEffect(() => {
    if (asked) revealThing(asked.id);
  }, [asked]);
}

/** Tab reaches one thing: the last one focused, else the first. */
function useRoving(nodes: readonly CanvasNode[]): void {
  useEffect(() => {
    const { roving } = canvasStore.getState();
    if (roving === null || !nodes.some((node) => node.id === roving))
      canvasStore.setState({ roving: nodes[0]?.id ?? null });
  }, [nodes]);
}

function pressed(event: ReactPointerEvent): void {
  const target = event.target as Element;
  if (event.button !== 0 || target.closest('[data-floating]')) return;
  press(subjectOf(target, event.shiftKey), event.nativeEvent);
}

/** What a press on an element means. */
function subjectOf(target: Element, shift: boolean): Subject {
  const corner = target.closest<HTMLElement>('[data-corner]');
  if (corner?.dataset.corner) return { type: 'corner', key: corner.dataset.corner };
  const holder = target.closest<HTMLElement>('[data-key]');
  const key = holder?.dataset.key;
  if (!holder || key === undefined) return { type: 'ground', boxing: shift };
  const handle = target.closest('[data-grip]');
  const grip = handle !== null && holder.contains(handle);
  // A box can be drawn from inside a box, around what stands in it.
  return shift && !grip ? { type: 'ground', boxing: true } : { type: 'thing', key, grip };
}

/** React Flow pans by mouse and touch events; a selection box and a click that places are not for it. */
function keepFromPanning(event: {
  shiftKey: boolean;
  target: EventTarget;
  stopPropagation: () => void;
  currentTarget: Element;
}): void {
  const carrying = (event.currentTarget as HTMLElement).dataset.hand === 'carrying';
  if (event.shiftKey || carrying) event.stopPropagation();
}

function keyed(event: ReactKeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (target.closest('[data-floating]')) return;
  if (pressKey(event.nativeEvent, target.dataset.key ?? null)) event.preventDefault();
}
