import { revealedBy } from '../../gong/endpoints/catalog.js';
import { getCallTranscripts } from '../../gong/endpoints/calls.js';
import { isObject } from '../../gong/exchange.js';
import type { GongRequest } from '../../gong/request.js';
import type { OperationAudit } from '../../telemetry/audit/operationAudit.js';

/** Records the calls that a raw response shows after the policy. */
export function auditRawRead(request: GongRequest, body: unknown, audit: OperationAudit): void {
  const revealed = revealedBy(request.operation);
  if (revealed === null || !isObject(body)) return;
  const content = body[revealed.member];
  const parts: readonly unknown[] = Array.isArray(content) ? content : [content];
  const action = request.operation === getCallTranscripts.id ? 'read-transcript' : 'read-call';
  for (const part of parts) {
    if (!isObject(part)) continue;
    const mention = revealed.mentionIn(part);
    const id = mention === null ? null : 'call' in mention ? mention.call.id : mention.callId;
    if (id === null) continue;
    audit.read(action, id);
    if (part['media'] != null && typeof part['media'] === 'object') {
      audit.read('read-recording-link', id);
    }
  }
}
