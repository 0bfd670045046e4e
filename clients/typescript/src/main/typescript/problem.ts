/** What is wrong with one part of the request; the pointer is a JSON pointer, `?name` or `{name}`. */
export interface FieldError {
    pointer: string;
    code: string;
    detail: string;
}

const PREFIX = 'urn:lantoa:problem:';

/** A service refused: RFC 9457 problem details, or only the status when something between us and the service answered. */
export class Problem extends Error {
    override readonly name = 'Problem';
    /** The last part of the type, such as `stale-version`; empty when no problem came with the status. */
    readonly code: string;
    readonly title: string;
    readonly detail: string;
    readonly errors: readonly FieldError[];
    /** The article that refuses, where a rule of law does. */
    readonly legalRef: string | undefined;

    private constructor(
        message: string,
        readonly status: number,
        /** Seconds after which it may be worth asking again. */
        readonly retryAfter: number | undefined,
        /** The whole problem: types may carry members of their own. */
        readonly json: Readonly<Record<string, unknown>>,
    ) {
        super(message);
        const type = text(json['type']);
        this.code = type.startsWith(PREFIX) ? type.substring(PREFIX.length) : type;
        this.title = text(json['title']);
        this.detail = text(json['detail']);
        this.errors = Array.isArray(json['errors']) ? (json['errors'] as FieldError[]) : [];
        this.legalRef = json['legalRef'] === undefined ? undefined : text(json['legalRef']);
    }

    static async of(request: string, answer: Response): Promise<Problem> {
        const body = await answer.text();
        const after = Number.parseInt(answer.headers.get('Retry-After') ?? '', 10);
        return new Problem(
            `${request}: ${answer.status} ${body}`,
            answer.status,
            Number.isNaN(after) ? undefined : after,
            parsed(body),
        );
    }
}

function parsed(body: string): Record<string, unknown> {
    try {
        const json: unknown = JSON.parse(body);
        return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
    } catch {
        return {};
    }
}

function text(value: unknown): string {
    return typeof value === 'string' ? value : '';
}
