import { maskRecord, type Mask } from './masking.js';

/**
 * Copies of records without what is masked, one for each record and mask. As long-lived as an operation: records are
 * kept for many, and their copies would double that.
 */
export class MaskedCopies {
  private readonly byMask = new Map<string, WeakMap<object, object>>();

  /** The record itself where nothing is masked. */
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
