export default function Dock() {
  return <footer className="frame-dock" />;
}
