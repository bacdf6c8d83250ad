const JSON_HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' };

const NONE = {};

/**
 * An answer in JSON before it is a response. Whoever completes it makes the response with all its headers at once
 * (`response-headers.server.ts`): setting them one by one takes longer than answering a small question.
 */
export class JsonAnswer {
  readonly status: number;
  /** JSON. */
  readonly body: string;
  /** Beside those that every such answer has. One of a few objects that stay what they are: responses are kept by it. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: string, headers: Readonly<Record<string, string>> = NONE) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  toResponse(): Response {
    const { status, headers } = this;
    return new Response(this.body, { status, headers: { ...headers, ...JSON_HEADERS } });
  }
}

/** What a request of the Worker is answered with, before the headers that every answer has. */
export type Answer = Response | JsonAnswer;

export function asResponse(answer: Answer): Response {
  return answer instanceof JsonAnswer ? answer.toResponse() : answer;
}
