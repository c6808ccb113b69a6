import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { KEPT_MINUTES } from '../../telemetry/status/minuteSeries.js';
import type { AuditLog } from '../../telemetry/audit/auditLog.js';
import { requireAdmin } from './administrators.js';
import { auditAdministrators } from './auditing.js';
import type { FailedLogins } from '../clients/failedLogins.js';
import { refuse } from '../requests/refusal.js';
import type { StatusReports } from './statusReports.js';
import { registerPage } from '../pages/staticPage.js';

const PAGE = '/status';
const REPORT = '/admin/status';

export interface StatusRouteOptions {
  readonly reports: StatusReports;
  /** Folder of the built page. */
  readonly directory: string;
  /** Returns whether an `Authorization` header is an administrator's; null: every client of this machine may see it. */
  readonly isAdmin: ((authorization: string | undefined) => boolean) | null;
}

const query = z.strictObject({
  tenant: z.string().optional(),
  minutes: z.coerce.number().int().min(1).max(KEPT_MINUTES).default(KEPT_MINUTES),
});

/** Registers the status page, and the report that it shows. */
export async function registerStatusRoutes(
  http: FastifyInstance,
  { reports, directory, isAdmin }: StatusRouteOptions,
  {
    isSandbox,
    audit,
    failedLogins,
  }: {
    readonly isSandbox: boolean;
    readonly audit: AuditLog | null;
    readonly failedLogins: FailedLogins;
  },
): Promise<void> {
  await registerPage(http, { path: PAGE, name: 'The status page', directory, isSandbox });
  await http.register((scope) => {
    if (audit !== null) auditAdministrators(scope, audit);
    const onRequest =
      isAdmin === null ? [] : [requireAdmin({ isAdmin, browserPath: null, failedLogins })];
    scope.get(REPORT, { onRequest }, async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const asked = query.safeParse(request.query);
      if (!asked.success) {
        const message =
          `The parameter "minutes" must be a whole number from 1 to ${KEPT_MINUTES}, "tenant" the name of a tenant, ` +
          `and there are no others. Send, for example, ${REPORT}?tenant=acme&minutes=60.`;
        return refuse(reply, 400, 'BAD_USER_INPUT', message);
      }
      const { tenant = null, minutes } = asked.data;
      const report = await reports.report({ tenant, minutes });
      if (tenant !== null && report.companies.every((company) => company.tenant !== tenant)) {
        const message =
          'The parameter "tenant" names no company of this gateway. Omit it, and read "companies" of the response.';
        return refuse(reply, 400, 'BAD_USER_INPUT', message);
      }
      return report;
    });
    return Promise.resolve();
  });
}
