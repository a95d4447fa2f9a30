import { type KeyObject, verify } from 'node:crypto';
import { canonicalJson } from './canonical.ts';
import type { ChainTip } from './chain.ts';
import type { CheckpointBody, CheckpointReason } from './line-body.ts';
import type { SigningKey } from './signing-key.ts';

/** The line that vouches for everything up to `tip`: nobody without the private key can write one. */
export function createCheckpoint(
  key: SigningKey,
  { tip, at, reason }: { readonly tip: ChainTip; readonly at: string; readonly reason: CheckpointReason },
): CheckpointBody {
  return {
    kind: 'checkpoint',
    at,
    reason,
    key: key.fingerprint,
    signature: key.sign(signedText(tip, { at, reason })),
  };
}

/** Whether the checkpoint that follows `tip` was signed with the private half of this key. */
export function isSigned(
  checkpoint: CheckpointBody,
  { tip, publicKey }: { readonly tip: ChainTip; readonly publicKey: KeyObject },
): boolean {
  return verify(null, Buffer.from(signedText(tip, checkpoint)), publicKey, Buffer.from(checkpoint.signature, 'base64'));
}

/** Names the file too, so that a checkpoint vouches for no other; and the reason, so that none becomes the last one. */
function signedText({ chain, file, seq, hash }: ChainTip, { at, reason }: Pick<CheckpointBody, 'at' | 'reason'>) {
  return canonicalJson({ format: 'portcullis-audit-checkpoint', version: 1, chain, file, seq, hash, at, reason });
}
