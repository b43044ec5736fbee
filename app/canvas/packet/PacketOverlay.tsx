export function PacketOverlay() {
  return null;
}
