'use strict';
const fs = require('node:fs');
const path = require('node:path');

/** Compiles a folder, or the files given, strictly; answers what is wrong, a line for each mistake. */
exports.main = async ({ typescript, sources, files, paths, out }) => {
    const ts = require(typescript);
    const found = files ?? fs.readdirSync(sources, { recursive: true })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => path.join(sources, name));
    const program = ts.createProgram(found, {
        strict: true,
        noUncheckedIndexedAccess: true,
        noPropertyAccessFromIndexSignature: true,
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ES2022,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        paths,
        lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        types: [],
        declaration: true,
        rootDir: out === undefined ? undefined : sources,
        outDir: out,
        noEmit: out === undefined,
        noEmitOnError: true,
        newLine: ts.NewLineKind.LineFeed,
    });
    const emitted = program.emit();
    const mistakes = ts.sortAndDeduplicateDiagnostics([...ts.getPreEmitDiagnostics(program), ...emitted.diagnostics]);
    return mistakes.map((one) => {
        const message = `error TS${one.code}: ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`;
        if (!one.file) {
            return message;
        }
        const { line, character } = one.file.getLineAndCharacterOfPosition(one.start);
        const name = path.relative(sources, one.file.fileName).replaceAll('\\', '/');
        return `${name}(${line + 1},${character + 1}): ${message}`;
    });
};
