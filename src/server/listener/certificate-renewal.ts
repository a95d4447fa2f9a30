import { isDeepStrictEqual } from 'node:util';
import { readTlsFiles, type TlsFiles, type TlsMaterial } from './tls-files.ts';

export interface CertificateRenewal {
  /** Reads the files and, where they differ and fit together, uses them from then on. Never rejects. */
  readonly check: () => Promise<void>;
  readonly close: () => void;
}

const CHECK_EVERY_MS = 10_000;

/**
 * Looks at the files every ten seconds. Watching them would miss how secrets are mounted: as links that are swapped,
 * or on file systems that tell nothing. Files caught half written are used at the next look.
 */
export function createCertificateRenewal(options: {
  readonly files: TlsFiles;
  readonly current: TlsMaterial;
  /** For connections to come; those that stand are left alone. */
  readonly use: (material: TlsMaterial) => void;
  readonly onRenewed: () => void;
  readonly onFailure: (error: unknown) => void;
}): CertificateRenewal {
  let { current } = options;
  const check = async () => {
    try {
      const found = await readTlsFiles(options.files);
      if (isDeepStrictEqual(found, current)) return;
      options.use(found);
      current = found;
      options.onRenewed();
    } catch (error) {
      options.onFailure(error);
    }
  };
  const timer = setInterval(() => void check(), CHECK_EVERY_MS).unref();
  return { check, close: () => clearInterval(timer) };
}
