import { Configuration as Campaigns } from './campaigns/index.js';
import { Problem } from './problem.js';
import { Configuration as Recognition } from './recognition/index.js';
import { Configuration as Units } from './units/index.js';

/** Where each service answers, without its path: `http://localhost:28101`. */
export interface Origins {
    units: string;
    campaigns: string;
    recognition: string;
}

export interface Settings {
    /** One origin for all three (`https://lantoa.example.vn`), or one for each. */
    origin: string | Origins;
    /** A bearer token, asked for with every request; undefined for none, as the public parts need. */
    token?: () => string | undefined | Promise<string | undefined>;
    /** The language of problems. */
    language?: 'vi' | 'en';
    /** Milliseconds one answer may take (30,000). */
    timeout?: number;
    /** Milliseconds a request is repeated in all (10,000); 0 for never. A longer `Retry-After` is not waited for. */
    patience?: number;
    /** A `fetch` of your own. */
    fetch?: typeof fetch;
}

/**
 * The three services as one caller sees them: give `units`, `campaigns` and `recognition` to the constructors of the
 * generated APIs. Every POST gets an `Idempotency-Key` unless the caller brought one; reads and POSTs are asked again for
 * a while when a service is busy or away; every refusal is a {@link Problem}.
 */
export class LanToa {
    readonly units: Units;
    readonly campaigns: Campaigns;
    readonly recognition: Recognition;

    constructor(private readonly settings: Settings) {
        const { origin } = settings;
        const at = typeof origin === 'string' ? { units: origin, campaigns: origin, recognition: origin } : origin;
        const fetchApi: typeof fetch = (input, init) => this.send(input, init ?? {});
        const middleware = [{ post: refuse }];
        this.units = new Units({ basePath: bare(at.units), fetchApi, middleware });
        this.campaigns = new Campaigns({ basePath: bare(at.campaigns), fetchApi, middleware });
        this.recognition = new Recognition({ basePath: bare(at.recognition), fetchApi, middleware });
    }

    private async send(url: RequestInfo | URL, init: RequestInit): Promise<Response> {
        const method = init.method ?? 'GET';
        const headers = new Headers(init.headers);
        headers.set('Accept', 'application/json, application/problem+json');
        if (!headers.has('Accept-Language')) {
            headers.set('Accept-Language', this.settings.language ?? 'vi');
        }
        if (method === 'POST' && !headers.has('Idempotency-Key')) {
            headers.set('Idempotency-Key', crypto.randomUUID());
        }
        const repeatable = method === 'GET' || method === 'POST';
        const until = Date.now() + (repeatable ? (this.settings.patience ?? 10_000) : 0);
        for (let pause = 50; ; pause = Math.min(pause * 2, 800)) {
            let wait = pause / 2 + Math.random() * pause;
            try {
                const answer = await this.attempt(url, init, headers);
                const asked = Number.parseInt(answer.headers.get('Retry-After') ?? '', 10);
                wait = Number.isNaN(asked) ? wait : asked * 1000;
                if (!passing(answer) || Date.now() + wait > until) {
                    return answer;
                }
                await answer.body?.cancel();
            } catch (failure) {
                if (init.signal?.aborted || Date.now() + wait > until) {
                    throw failure;
                }
            }
            await new Promise((resolve) => setTimeout(resolve, wait));
        }
    }

    /** The token is asked for each time: the one of the first try may have run out meanwhile. */
    private async attempt(url: RequestInfo | URL, init: RequestInit, headers: Headers): Promise<Response> {
        const token = await this.settings.token?.();
        if (token !== undefined) {
            headers.set('Authorization', `Bearer ${token}`);
        }
        const timeout = AbortSignal.timeout(this.settings.timeout ?? 30_000);
        const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
        return (this.settings.fetch ?? fetch)(url, { ...init, headers, signal });
    }
}

function passing(answer: Response): boolean {
    return [429, 502, 503, 504].includes(answer.status) || (answer.status === 409 && answer.headers.has('Retry-After'));
}

/** Thrown here, not by `fetch`: whatever that throws the generated code takes for a broken connection. */
async function refuse({ url, init, response }: { url: string; init: RequestInit; response: Response }): Promise<Response> {
    if (response.status >= 400) {
        throw await Problem.of(`${init.method ?? 'GET'} ${url}`, response);
    }
    return response;
}

function bare(origin: string): string {
    return origin.replace(/\/+$/, '');
}
