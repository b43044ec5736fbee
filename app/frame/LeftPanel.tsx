export function LeftPanel() {
  return <aside className="frame-left border-line border-r" />;
}
