import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { DiffTarget, SchemaEngine } from "@prisma/schema-engine-wasm";
import type { Pool } from "pg";

/** The files of a Prisma schema: path and text. */
export type SchemaFiles = readonly { path: string; content: string }[];

/** One folder of prisma/migrations. */
export type Migration = { name: string; sql: string };

const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Prisma's adapter cuts a script at every semicolon, also inside the body of a trigger. PostgreSQL takes the
 * whole script as one query, so it gets it whole.
 */
function withWholeScripts(
  pool: Pool,
  onScriptError: (error: Error) => void,
): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const adapter = await factory.connect();
      adapter.executeScript = async (script) => {
        try {
          await pool.query(script);
        } catch (error) {
          if (error instanceof Error) onScriptError(error);
          throw error;
        }
      };
      return adapter;
    },
  };
}

type Bindings = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");

let loaded: Promise<Bindings> | undefined;

/** The bindings keep one instance of the WebAssembly in a variable of their own, so a process loads it once. */
function loadBindings(): Promise<Bindings> {
  loaded ??= (async () => {
    const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
    const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
    const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, "schema_engine_bg.wasm")), {
      "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
    });
    const { __wbg_set_wasm: setWasm } = bindings as unknown as { __wbg_set_wasm(exports: unknown): void };
    setWasm(instance.exports);
    const { __wbindgen_start: start } = instance.exports;
    if (typeof start === "function") start();
    return bindings;
  })();
  return loaded;
}

/**
 * Prisma's schema engine in WebAssembly: the program that `prisma migrate` would download, without the download.
 * `onScriptError` hears what PostgreSQL said about a script; the engine's own error does not tell.
 * It asks the database of `pool` for its version, also when it only compares schemas.
 */
export async function openSchemaEngine(
  pool: Pool,
  onScriptError: (error: Error) => void = () => undefined,
): Promise<SchemaEngine> {
  const bindings = await loadBindings();
  return bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(withWholeScripts(pool, onScriptError)),
  );
}

/** The SQL that leads from one schema to another; `null` is the empty database. */
export async function diffSchemas(
  engine: SchemaEngine,
  { from, to }: { from: SchemaFiles | null; to: SchemaFiles },
): Promise<string> {
  const target = (files: SchemaFiles | null): DiffTarget =>
    files === null ? { tag: "empty" } : { tag: "schemaDatamodel", files: [...files] };
  const { stdout } = await engine.diff({
    from: target(from),
    to: target(to),
    script: true,
    exitCode: null,
    filters: NO_FILTERS,
  });
  return stdout ?? "";
}

/** Applies those of `migrations` that the database does not have yet and returns their names. */
export async function applyMigrations(
  engine: SchemaEngine,
  { folder, migrations }: { folder: string; migrations: readonly Migration[] },
): Promise<string[]> {
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: {
      baseDir: folder,
      lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
      migrationDirectories: migrations.map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
      })),
      shadowDbInitScript: "",
    },
    filters: NO_FILTERS,
  });
  return appliedMigrationNames;
}
