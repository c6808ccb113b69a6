/** A failure as the gateway reports it. */
interface Failure {
  readonly message: string;
}

/** Response of the gateway to an upload. */
export interface UploadResponse {
  readonly errors?: readonly Failure[];
  readonly [member: string]: unknown;
}

/** An upload in progress. */
export interface Sending {
  /** @throws Error when the connection fails or the upload was stopped. */
  readonly response: Promise<UploadResponse>;
  readonly stop: () => void;
}

/**
 * Sends a file to an upload URL of this gateway. The URL itself authenticates, so no token is sent.
 *
 * @param onSent is called with the number of bytes that were sent.
 * @throws Error when the URL is of another origin.
 */
export function sendFile(url: string, file: File, onSent: (bytes: number) => void): Sending {
  if (!isOfThisGateway(url)) throw new Error('The upload URL is of another origin.');
  // Unlike fetch, this reports the progress.
  const request = new XMLHttpRequest();
  const response = new Promise<UploadResponse>((resolve, reject) => {
    request.open('PUT', url);
    request.upload.addEventListener('progress', ({ loaded }) => {
      onSent(loaded);
    });
    request.addEventListener('load', () => {
      resolve(readResponse(request));
    });
    request.addEventListener('error', () => {
      reject(new Error('The connection to the gateway failed. You can send the file again.'));
    });
    request.addEventListener('abort', () => {
      reject(new Error('Stopped. You can send the file again.'));
    });
    // The browser takes the Content-Type from the file.
    request.send(file);
  });
  const stop = (): void => {
    request.abort();
  };
  return { response, stop };
}

/** Whether the page may send a file to a URL. */
export function isOfThisGateway(url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === window.location.origin;
}

function readResponse({ status, responseText }: XMLHttpRequest): UploadResponse {
  try {
    return JSON.parse(responseText) as UploadResponse;
  } catch {
    return { errors: [{ message: `The gateway responded with status ${status} and no JSON.` }] };
  }
}
