import { createHash } from 'node:crypto';
import { type DocumentNode, Kind, print, visit } from 'graphql';

/**
 * Names a document in logs and in the audit trail: SHA-256, hexadecimal, of its text with every literal blanked. The
 * plain text will not do: a short value written as a literal could be found again by trying hashes.
 */
export function operationHashOf(document: DocumentNode): string {
  const blanked = visit(document, {
    [Kind.STRING]: (node) => ({ ...node, value: '', block: false }),
    [Kind.INT]: (node) => ({ ...node, value: '0' }),
    [Kind.FLOAT]: (node) => ({ ...node, value: '0' }),
  });
  return createHash('sha256').update(print(blanked)).digest('hex');
}
