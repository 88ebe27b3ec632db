/** MD2 (RFC 1319), which this platform's cryptography no longer offers. */
export function md2(message: Buffer): Buffer {
  const pad = 16 - (message.length % 16);
  const padded = Buffer.concat([message, Buffer.alloc(pad, pad)]);
  const state = new Uint8Array(48);
  for (const block of [...blocksOf(padded), checksumOf(padded)]) mix(state, block);
  return Buffer.from(state.subarray(0, 16));
}

function blocksOf(bytes: Buffer): Buffer[] {
  return Array.from({ length: bytes.length / 16 }, (_, i) => bytes.subarray(i * 16, i * 16 + 16));
}

function checksumOf(bytes: Buffer): Buffer {
  const sum = Buffer.alloc(16);
  let last = 0;
  for (const block of blocksOf(bytes)) for (let j = 0; j < 16; j++) last = sum[j]! ^= S[block[j]! ^ last]!;
  return sum;
}

function mix(state: Uint8Array, block: Buffer): void {
  for (let j = 0; j < 16; j++) {
    state[16 + j] = block[j]!;
    state[32 + j] = block[j]! ^ state[j]!;
  }
  let t = 0;
  for (let round = 0; round < 18; round++) {
    for (let k = 0; k < 48; k++) t = state[k]! ^= S[t]!;
    t = (t + round) & 0xff;
  }
}

/** The permutation of 0..255 that the RFC builds from the digits of pi. */
const S = permutation();

function permutation(): Uint8Array {
  const digits = piDigits(722);
  let next = 3;
  const random = (n: number): number => {
    let x = digits[next++]!;
    let y = 10;
    if (n > 10) {
      x = x * 10 + digits[next++]!;
      y = 100;
    }
    if (n > 100) {
      x = x * 10 + digits[next++]!;
      y = 1000;
    }
    return x < n * Math.floor(y / n) ? x % n : random(n);
  };
  const table = Uint8Array.from({ length: 256 }, (_, i) => i);
  next = 0;
  for (let i = 2; i <= 256; i++) {
    const j = random(i);
    [table[j], table[i - 1]] = [table[i - 1]!, table[j]!];
  }
  return table;
}

/** The first digits of pi, 3 included. */
function piDigits(count: number): number[] {
  const one = 10n ** BigInt(count + 10);
  const arctan = (x: bigint): bigint => {
    let term = one / x;
    let sum = term;
    for (let n = 3n, sign = -1n; term !== 0n; n += 2n, sign = -sign) {
      term /= x * x;
      sum += (sign * term) / n;
    }
    return sum;
  };
  const pi = 4n * (4n * arctan(5n) - arctan(239n));
  return Array.from(pi.toString().slice(0, count), Number);
}
