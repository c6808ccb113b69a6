import { describe, expect, it } from '@jest/globals';
import type { UploadOptions } from '../../sandbox/src/options.js';
import {
  ask,
  createClock,
  recording,
  register,
  registration,
  smallSandbox,
  upload,
} from './support.js';

const SECOND = 1000;

function setUp(uploads: Partial<UploadOptions> = {}) {
  const clock = createClock();
  const sandbox = smallSandbox({
    clock,
    uploads: { processingMs: 60 * SECOND, analysisMs: 30 * SECOND, ...uploads },
  });
  const [host, guest] = sandbox.company.users;
  if (host === undefined || guest === undefined) throw new Error('The company has no users.');
  host.settings.telephonyCallsImported = true;
  return { clock, sandbox, host, guest };
}

describe('an upload', () => {
  it('is invisible, then not ready, then visible, and analyzed last', async () => {
    const { clock, sandbox, host } = setUp();
    const id = await register(sandbox, registration(host.id));
    const get = async () => (await ask(sandbox, `GET /v2/calls/${id}`)).json;
    const look = async () => {
      const body = {
        filter: { callIds: [id] },
        contentSelector: { exposedFields: { content: { brief: true } } },
      };
      return (await ask(sandbox, 'POST /v2/calls/extensive', body)).json.calls[0];
    };
    expect((await get()).errors).toEqual([`Call ID ${id} was not found`]);

    await upload(sandbox, id, [recording()]);
    expect((await get()).errors).toEqual([`Call ID ${id} was not found`]);
    clock.advance(40 * SECOND);
    expect((await get()).errors).toEqual([`Call ID ${id} is not ready yet`]);
    clock.advance(20 * SECOND);
    expect(await look()).toMatchObject({ metaData: { id, system: 'Upload API', duration: 600 } });
    expect(await look()).not.toHaveProperty('content');
    clock.advance(30 * SECOND);
    expect(await look()).toMatchObject({ content: { brief: expect.stringContaining('example') } });
  });

  it('of less than a minute is accepted and discarded', async () => {
    const { clock, sandbox, host } = setUp();
    const id = await register(sandbox, { ...registration(host.id), duration: 30 });
    expect((await upload(sandbox, id, [recording()])).status).toBe(201);

    clock.advance(3_600 * SECOND);

    expect((await ask(sandbox, `GET /v2/calls/${id}`)).json.errors).toEqual([
      `Call ID ${id} was not found`,
    ]);
  });

  it('by link is processed from the start', async () => {
    const { clock, sandbox, host } = setUp();
    const link = 'https://recordings.example.com/1.mp3';
    const id = await register(sandbox, { ...registration(host.id), downloadMediaUrl: link });

    clock.advance(60 * SECOND);

    expect((await ask(sandbox, `GET /v2/calls/${id}`)).status).toBe(200);
    const again = { ...registration(host.id), clientUniqueId: '2', downloadMediaUrl: link };
    expect((await ask(sandbox, 'POST /v2/calls', again)).status).toBe(400);
  });

  it.each<[UploadOptions['duplicateCall'], number, boolean]>([
    ['400 with the id', 400, true],
    ['409 with the id', 409, true],
    ['409', 409, false],
  ])('posted twice is refused: %s', async (duplicateCall, status, hasId) => {
    const { sandbox, host } = setUp({ duplicateCall });
    const id = await register(sandbox, registration(host.id));

    const { status: got, json } = await ask(sandbox, 'POST /v2/calls', registration(host.id));

    expect(got).toBe(status);
    expect(json.errors[0]).toContain('already been posted');
    expect(json.errors[0]?.includes(id)).toBe(hasId);
  });

  it.each<[string, (host: string) => object, number]>([
    ['a host who is nobody', () => ({ primaryUser: '1' }), 400],
    ['a host who took no part', () => ({ parties: [{ name: 'Jo' }] }), 400],
    [
      'a reserved domain',
      (host) => ({ parties: [{ userId: host }, { emailAddress: 'a@b.example' }] }),
      400,
    ],
    ['an unknown language', () => ({ languageCode: 'xx' }), 400],
    ['no parties', () => ({ parties: [] }), 400],
  ])('with %s is refused', async (_, change, status) => {
    const { sandbox, host } = setUp();

    const answer = await ask(sandbox, 'POST /v2/calls', {
      ...registration(host.id),
      ...change(host.id),
    });

    expect(answer.status).toBe(status);
    expect(sandbox.company.registeredCalls).toEqual([]);
  });

  it('needs a host whose calls are imported', async () => {
    const { sandbox, host } = setUp();
    host.settings.telephonyCallsImported = false;

    const { status, json } = await ask(sandbox, 'POST /v2/calls', registration(host.id));

    expect(status).toBe(409);
    expect(json.errors).toEqual([
      'Recording or telephony call import is not enabled for primaryUser',
    ]);
  });

  it.each([
    ['without a part', [], 400],
    ['under another name', [recording({ name: 'file' })], 400],
    ['in two parts', [recording(), recording()], 400],
    ['that is empty', [recording({ bytes: 0 })], 400],
    ['that is too large', [recording({ bytes: 1_500_000_001 })], 413],
  ])('refuses a recording %s', async (_, form, status) => {
    const { sandbox, host } = setUp();
    const id = await register(sandbox, registration(host.id));

    expect((await upload(sandbox, id, form)).status).toBe(status);
  });

  it('refuses a second recording, a known one, and one for a missing call', async () => {
    const { sandbox, host } = setUp();
    const id = await register(sandbox, registration(host.id));
    const other = await register(sandbox, { ...registration(host.id), clientUniqueId: '2' });
    await upload(sandbox, id, [recording()]);

    expect((await upload(sandbox, id, [recording({ sha256: 'bb' })])).status).toBe(400);
    expect((await upload(sandbox, other, [recording()])).json.errors).toEqual(['Bad request']);
    expect((await upload(sandbox, '123', [recording()])).status).toBe(404);
  });
});

describe('a meeting', () => {
  const meeting = (organizerEmail: string) => ({
    startTime: '2026-03-20T10:00:00Z',
    endTime: '2026-03-20T11:00:00Z',
    invitees: [{ email: 'jo@example.com' }],
    organizerEmail,
  });

  it('can be created, replaced, and deleted', async () => {
    const { sandbox, host } = setUp();
    host.active = true;
    host.settings.webConferencesRecorded = true;
    const body = meeting(host.emailAddress);
    const created = await ask(sandbox, 'POST /v2/meetings', { ...body, title: 'Demo' });
    const { meetingId } = created.json as unknown as { meetingId: string };
    expect(sandbox.company.meetings).toMatchObject([{ id: meetingId, title: 'Demo' }]);

    await ask(sandbox, `PUT /v2/meetings/${meetingId}`, body);
    expect(sandbox.company.meetings).toMatchObject([{ title: null }]);

    const path = `DELETE /v2/meetings/${meetingId}`;
    const stranger = { organizerEmail: 'x@example.com' };
    expect((await ask(sandbox, path, stranger)).status).toBe(404);
    expect((await ask(sandbox, path, {})).status).toBe(400);
    expect((await ask(sandbox, path, { organizerEmail: host.emailAddress })).status).toBe(200);
    const again = await ask(sandbox, path, { organizerEmail: host.emailAddress });
    expect(again.json.errors).toEqual(['The given meeting ID was not found.']);
  });

  it('needs an organizer with an integration, and says what to do', async () => {
    const { sandbox, host } = setUp();
    host.settings.webConferencesRecorded = false;

    const { status, json } = await ask(sandbox, 'POST /v2/meetings', meeting(host.emailAddress));

    expect(status).toBe(409);
    expect(json).toMatchObject({
      errors: ['Provider disconnected'],
      userFacingError: expect.stringContaining('not recorded'),
      fixUrl: expect.stringMatching(/^https:/),
      helpUrl: expect.stringMatching(/^https:/),
    });
    expect((await ask(sandbox, 'POST /v2/meetings', meeting('no@body.com'))).status).toBe(404);
  });
});

describe('an event', () => {
  const event = {
    reportingSystem: 'decks',
    eventTimestamp: '2026-03-18T11:00:00Z',
    eventId: 'e1',
    contentId: '1',
    contentUrl: 'https://decks.example/1',
    contentTitle: 'Deck',
  };

  it('is accepted once', async () => {
    const { sandbox } = setUp();
    const path = 'PUT /v2/customer-engagement/content/viewed';
    expect((await ask(sandbox, path, event)).status).toBe(200);

    const { status, json } = await ask(sandbox, path, event);

    expect(status).toBe(409);
    expect(json.errors).toEqual(['Event was already reported in the past']);
  });

  it('needs the emails of recipients, and either a viewer or a tracking ID', async () => {
    const { sandbox } = setUp();
    const shared = { ...event, recipients: [{ name: 'Jo' }] };
    const viewed = { ...event, viewer: { email: 'a@b.com' }, trackingId: 't' };

    expect((await ask(sandbox, 'PUT /v2/customer-engagement/content/shared', shared)).status).toBe(
      400,
    );
    expect((await ask(sandbox, 'PUT /v2/customer-engagement/content/viewed', viewed)).status).toBe(
      400,
    );
  });
});
