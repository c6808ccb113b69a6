import type { StatusReport } from '../../src/telemetry/status/statusReport.js';
import { connectByKey, consentPath, disconnect } from './api.js';
import { byId, showMessage } from './dom.js';

/** The dialogs that connect and disconnect a company. They stay open while the page renews its figures. */
export class Dialogs {
  private readonly connecting = byId<HTMLDialogElement>('connect-dialog');
  private readonly disconnecting = byId<HTMLDialogElement>('disconnect-dialog');
  private readonly tenant = byId<HTMLInputElement>('connect-tenant');
  private readonly key = byId<HTMLInputElement>('connect-key');
  private readonly secret = byId<HTMLInputElement>('connect-secret');
  private readonly url = byId<HTMLInputElement>('connect-url');
  /** The tenant that the open question is about. */
  private tenantToEnd = '';

  /** @param onDone called when a company was connected or disconnected. */
  constructor(private readonly onDone: () => void) {
    byId('connect-form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.sendKey();
    });
    byId('connect-consent').addEventListener('click', () => {
      if (!this.tenant.reportValidity()) return;
      window.open(consentPath(this.tenant.value), '_blank', 'noopener');
      this.connecting.close();
    });
    byId('connect-cancel').addEventListener('click', () => {
      this.connecting.close();
    });
    byId('disconnect-form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.sendDisconnect();
    });
    byId('disconnect-cancel').addEventListener('click', () => {
      this.disconnecting.close();
    });
    this.connecting.addEventListener('close', () => {
      // The secret must not stay in the page.
      for (const input of [this.key, this.secret, this.url]) input.value = '';
    });
  }

  /** @param tenant null: the operator names it. */
  openConnect(tenant: string | null, { connecting }: StatusReport): void {
    showMessage(byId('connect-problem'), null);
    byId('connect-oauth').hidden = !connecting.byOAuth;
    this.tenant.value = tenant ?? '';
    this.tenant.readOnly = tenant !== null;
    this.connecting.showModal();
    (tenant === null ? this.tenant : this.key).focus();
  }

  openDisconnect(tenant: string): void {
    showMessage(byId('disconnect-problem'), null);
    this.tenantToEnd = tenant;
    byId('disconnect-heading').textContent = `Disconnect "${tenant}"?`;
    byId('disconnect-tenant').textContent = tenant;
    this.disconnecting.showModal();
  }

  private async sendKey(): Promise<void> {
    const accessKey = this.key.value.trim();
    const accessKeySecret = this.secret.value.trim();
    if (accessKey === '' || accessKeySecret === '') {
      const text = 'Enter the access key and its secret. Gong shows both when a key is created.';
      showMessage(byId('connect-problem'), text);
      return;
    }
    const baseUrl = this.url.value.trim();
    const key = { accessKey, accessKeySecret, ...(baseUrl === '' ? {} : { baseUrl }) };
    const submit = (): Promise<void> => connectByKey(this.tenant.value, key);
    await this.run(this.connecting, 'connect-problem', submit);
  }

  private async sendDisconnect(): Promise<void> {
    const submit = (): Promise<void> => disconnect(this.tenantToEnd);
    await this.run(this.disconnecting, 'disconnect-problem', submit);
  }

  private async run(
    dialog: HTMLDialogElement,
    problem: string,
    submit: () => Promise<void>,
  ): Promise<void> {
    const buttons = [...dialog.querySelectorAll('button')];
    for (const button of buttons) button.disabled = true;
    showMessage(byId(problem), null);
    try {
      await submit();
      dialog.close();
      this.onDone();
    } catch (error) {
      showMessage(byId(problem), error instanceof Error ? error.message : String(error));
    } finally {
      for (const button of buttons) button.disabled = false;
    }
  }
}
