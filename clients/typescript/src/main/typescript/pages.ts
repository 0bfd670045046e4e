/** Every item of a list over all its pages, each fetched when it is reached. */
export async function* pages<T>(
    fetchPage: (cursor: string | undefined) => Promise<{ items?: T[]; next?: string | null }>,
): AsyncGenerator<T, void, undefined> {
    let cursor: string | undefined;
    do {
        const page = await fetchPage(cursor);
        yield* page.items ?? [];
        cursor = page.next ?? undefined;
    } while (cursor !== undefined);
}

/** The `If-Match` that names the version just read. */
export function version(resource: { version?: number }): string {
    if (resource.version === undefined) {
        throw new Error('What was read has no version');
    }
    return `"${resource.version}"`;
}
