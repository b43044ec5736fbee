export default function InspectorPanel() {
  return <aside className="frame-inspector" />;
}
