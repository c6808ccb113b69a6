import { maskRecord, type Mask } from './masking.js';

/**
 * Masked copies of records, one for each record and mask. They live as long as an operation. Records are cached
 * longer, and cached copies would double that memory.
 */
export class MaskedCopies {
  private readonly byMask = new Map<string, WeakMap<object, object>>();

  /** Returns the record itself when nothing is masked. */
  of<T extends object>(record: T, mask: Mask | null): T {
    if (mask === null || (!mask.emails && !mask.phones)) return record;
    const key = `${mask.emails} ${mask.phones}`;
    let copies = this.byMask.get(key);
    if (copies === undefined) {
      copies = new WeakMap();
      this.byMask.set(key, copies);
    }
    let copy = copies.get(record);
    if (copy === undefined) {
      copy = maskRecord(record, mask);
      copies.set(record, copy);
    }
    return copy as T;
  }
}
