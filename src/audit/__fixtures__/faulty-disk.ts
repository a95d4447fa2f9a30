import { type AuditDisk, systemDisk } from '../audit-files.ts';

/** A disk whose next operation can be made to fail, after some of the bytes were written. */
export function faultyDisk() {
  const state = { failing: false, written: 0, syncFails: false };
  const disk: AuditDisk = {
    async write(handle, bytes) {
      if (!state.failing) return systemDisk.write(handle, bytes);
      await systemDisk.write(handle, bytes.subarray(0, state.written));
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    },
    async sync(handle) {
      if (state.syncFails) throw Object.assign(new Error('broken'), { code: 'EIO' });
      await systemDisk.sync(handle);
    },
  };
  return { state, disk };
}
