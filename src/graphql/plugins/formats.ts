import {
  agentPlatforms,
  crmObjectTypes,
  crmSystems,
  languageCodes,
} from '../../gong/generated/operations.js';
import { isGongId } from '../../gong/endpoints/wire.js';
import { isEmailAddress } from '../selection/entityReference.js';
import { parseNodeId } from '../selection/nodeId.js';
import { isTimeZone } from '../../lib/timeZone.js';
import type { Constraint } from './constraints.js';

/**
 * Returns what is wrong with the format of a text, as the end of a sentence; null when nothing is.
 *
 * @param today the company's; null when its time zone is unknown.
 */
export function formatProblem(
  format: Constraint['format'],
  text: string,
  today: string | null,
): string | null {
  switch (format) {
    case 'PAST_OR_TODAY':
      return today === null || text <= today
        ? null
        : `a day no later than today in the company's time zone, ${today}`;
    case 'GONG_ID':
      return isGongId(text) ? null : 'a Gong ID (1 to 20 digits)';
    case 'NODE_ID':
      return parseNodeId(text) === null ? 'a nodeId issued by this gateway' : null;
    case 'EMAIL':
      return isEmailAddress(text) ? null : 'an email address';
    case 'NOT_BLANK':
      return text.trim() === '' ? 'non-blank text' : null;
    case 'HTTP_URL':
      return isHttpUrl(text) ? null : 'a URL that starts with http:// or https://';
    case 'LANGUAGE_CODE':
      return isOneOf(languageCodes, text)
        ? null
        : 'a language code of Gong, such as en-US or de-DE';
    case 'CRM_SYSTEM':
      return oneOf(crmSystems, text);
    case 'CRM_OBJECT_TYPE':
      return oneOf(crmObjectTypes, text);
    case 'AGENT_PLATFORM':
      return oneOf(agentPlatforms, text);
    case 'CLIENT_REQUEST_ID':
      return /^[\w-]+$/.test(text) ? null : 'letters, digits, dashes, and underscores';
    case 'DOMAIN':
      return /^([\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]{2,}$/u.test(text.trim())
        ? null
        : 'a domain name, such as acme.com';
    case 'TIME_ZONE':
      return isTimeZone(text) ? null : 'an IANA time zone, such as America/New_York';
    case null:
      return null;
  }
}

function oneOf(names: readonly string[], text: string): string | null {
  return isOneOf(names, text) ? null : `one of ${names.join(', ')}`;
}

function isOneOf(names: readonly string[], text: string): boolean {
  return names.some((name) => name.toLowerCase() === text.toLowerCase());
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
