export function Canvas() {
  return <div className="bg-canvas h-full" />;
}
