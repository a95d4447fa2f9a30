import { once } from 'node:events';
import { connect } from 'node:net';
import type { Redis } from 'ioredis';

/** Listens to everything that a Redis is told. */
export interface RedisTap {
  /** The stream of commands as MONITOR prints it, and once more with its escapes undone. */
  commands(): Buffer;
  /** Resolves when a command that is sent now has been seen: so everything before it has. */
  caughtUp(admin: Redis): Promise<void>;
  close(): void;
}

export async function tapRedis(url: string): Promise<RedisTap> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'connect');
  socket.write('MONITOR\r\n');
  await once(socket, 'data');
  let marks = 0;
  return {
    commands() {
      const raw = Buffer.concat(chunks);
      return Buffer.concat([raw, unescaped(raw)]);
    },
    async caughtUp(admin) {
      marks += 1;
      const mark = `caught-up-${marks}`;
      await admin.echo(mark);
      while (!Buffer.concat(chunks.slice(-50)).includes(mark)) await once(socket, 'data');
    },
    close: () => socket.destroy(),
  };
}

/** Every name in a Redis and what stands under it. Only strings: the cache writes nothing else. */
export async function dumpRedis(admin: Redis): Promise<Buffer> {
  const names = await admin.keys('*');
  const contents = await Promise.all(
    names.map(async (name) => {
      const type = await admin.type(name);
      if (type !== 'string') throw new Error(`there is a ${type} in Redis`);
      return (await admin.getBuffer(name)) ?? Buffer.alloc(0);
    }),
  );
  return Buffer.concat(names.flatMap((name, index) => [Buffer.from(`${name}\n`), contents[index] ?? Buffer.alloc(0)]));
}

function unescaped(printed: Buffer): Buffer {
  const text = printed
    .toString('latin1')
    .replace(/\\(?:x([0-9a-f]{2})|(.))/g, (_, hex?: string, letter = '') =>
      hex === undefined
        ? ({ n: '\n', r: '\r', t: '\t', a: '\x07', b: '\b' }[letter as string] ?? (letter as string))
        : String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(text, 'latin1');
}
