import { isGongId } from '../../gong/endpoints/wire.js';

export const nodeTypes = ['Call', 'User', 'Workspace', 'Folder', 'Tracker', 'Scorecard'] as const;
export type NodeType = (typeof nodeTypes)[number];

export interface NodeReference {
  readonly type: NodeType;
  /** Gong's ID. */
  readonly id: string;
}

/** Returns the globally unique, opaque ID of a record. */
export function toNodeId(type: NodeType, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** Parses a node ID; null when it is invalid. */
export function parseNodeId(nodeId: string): NodeReference | null {
  const plain = Buffer.from(nodeId, 'base64url').toString('utf8');
  const [name, id = ''] = plain.split(':');
  const type = nodeTypes.find((each) => each === name);
  if (type === undefined || !isGongId(id)) return null;
  // Base64 has spare bits. Only the spelling that the gateway sends is valid.
  return toNodeId(type, id) === nodeId ? { type, id } : null;
}
