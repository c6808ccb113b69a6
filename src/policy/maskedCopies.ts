import { maskRecord, type Mask } from './masking.js';

/** By what is masked: records may serve many operations, and are copied once. */
const copies = new Map<string, WeakMap<object, object>>();

/** The record itself where nothing is masked, else a copy: the same one for the same record. */
export function masked<T extends object>(record: T, mask: Mask | null): T {
  if (mask === null || (!mask.emails && !mask.phones)) return record;
  const key = `${mask.emails} ${mask.phones}`;
  let known = copies.get(key);
  if (known === undefined) {
    known = new WeakMap();
    copies.set(key, known);
  }
  let copy = known.get(record);
  if (copy === undefined) {
    copy = maskRecord(record, mask);
    known.set(record, copy);
  }
  return copy as T;
}
