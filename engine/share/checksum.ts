/** CRC-32 as in zip and PNG (ISO 3309), over the characters of an ASCII text. */

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function crc32(text: string): number {
  let value = 0xffffffff;
  for (let index = 0; index < text.length; index++)
    value = (value >>> 8) ^ (TABLE[(value ^ text.charCodeAt(index)) & 255] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
