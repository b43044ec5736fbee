export function TopBar() {
  return <header className="frame-bar border-line flex items-center border-b px-3">EC2 Playground</header>;
}
