/** A file of the index carries its own checksum and the build it belongs to: half a file or a stale one is noticed. */

const HEAD = 8;

/** A file that cannot be trusted. */
export class BrokenFile extends Error {
  override name = 'BrokenFile';
}

/** @param build eight hexadecimal digits, the same for all files of one index */
export function seal(body: Uint8Array, build: string): Uint8Array {
  const file = new Uint8Array(HEAD + body.length);
  const view = new DataView(file.buffer);
  view.setUint32(4, Number.parseInt(build, 16));
  file.set(body, HEAD);
  view.setUint32(0, hashBytes(file.subarray(4)));
  return file;
}

/**
 * The body of a sealed file.
 * @param build what the file must belong to; null to accept any
 * @throws BrokenFile where it is cut, changed, or of another build
 */
export function unseal(file: Uint8Array, build: string | null): Uint8Array {
  if (file.length < HEAD) throw new BrokenFile('shorter than its head');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint32(0) !== hashBytes(file.subarray(4))) throw new BrokenFile('checksum does not match');
  if (build !== null && view.getUint32(4) !== Number.parseInt(build, 16)) throw new BrokenFile('of another build');
  return file.subarray(HEAD);
}

/** 32-bit FNV-1a: enough against accidents; nothing here defends against an attacker, who could change the scripts. */
export function hashBytes(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
