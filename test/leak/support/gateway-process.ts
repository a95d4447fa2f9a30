import { setImmediate as turn } from 'node:timers/promises';
import { writeHeapSnapshot } from 'node:v8';
import { parseConfigValue } from '../../../src/config/load.ts';
import { PROVIDERS } from '../../../src/connectors/registry.ts';
import { type Gateway, openGateway } from '../../../src/gateway.ts';

/**
 * A gateway with a process of its own, and with nothing else in it: what its heap holds is the gateway's doing. It is
 * told what to do over the channel to its parent; what it prints is what a gateway prints.
 */
export type Order =
  | { readonly do: 'open'; readonly config: unknown }
  /** Keeps two texts for good, one behind a long run of others: the controls of the heap test. */
  | { readonly do: 'retain'; readonly text: string; readonly atTheEnd: string }
  | { readonly do: 'snapshot'; readonly file: string }
  | { readonly do: 'close' };

export type Report = { readonly did: Order['do']; readonly url?: string };

const retained: unknown[] = [];
let gateway: Gateway | null = null;

process.on('message', (order: Order) => {
  void carryOut(order).then((report) => process.send?.(report));
});

// A suite that was ended leaves no gateway behind.
process.on('disconnect', () => process.exit());

async function carryOut(order: Order): Promise<Report> {
  switch (order.do) {
    case 'open':
      gateway = await openGateway(parseConfigValue(order.config, { providers: PROVIDERS, env: {} }), {
        providers: PROVIDERS,
      });
      return { did: 'open', url: gateway.url };
    case 'retain':
      retained.push({ text: order.text, long: `${'x'.repeat(100_000)}${order.atTheEnd}` });
      return { did: 'retain' };
    case 'snapshot':
      await collectGarbage();
      writeHeapSnapshot(order.file);
      return { did: 'snapshot' };
    case 'close':
      await gateway?.close();
      process.disconnect();
      return { did: 'close' };
  }
}

/** More than once: what weak references and finalizers let go of is gone only at the next. */
async function collectGarbage(): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.();
    await turn();
  }
}
