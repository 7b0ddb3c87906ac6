// Cuts the ARM schemas that our templates need out of a clone of Azure/azure-resource-manager-schemas (or a folder of its
// files named VERSION_NAME.json): the resources named below with what they refer to, without descriptions and without the
// schemas of child resources (our templates write children beside their parents).
//   node tests/JsonSchemas/trim.mjs FOLDER
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const wanted = {
  '2020-02-02/Microsoft.Insights.Application': ['components'],
  '2022-04-01/Microsoft.Authorization': ['roleAssignments'],
  '2022-09-15/Microsoft.BotService': ['botServices', 'botServices_channels'],
  '2023-09-01/Microsoft.OperationalInsights': ['workspaces'],
  '2024-08-01/Microsoft.DBforPostgreSQL': [
    'flexibleServers', 'flexibleServers_configurations', 'flexibleServers_databases', 'flexibleServers_firewallRules'],
  '2024-11-01/Microsoft.KeyVault': ['vaults', 'vaults_secrets'],
  '2024-11-01/Microsoft.Web': ['serverfarms', 'sites', 'sites_basicPublishingCredentialsPolicies', 'sites_sitecontainers'],
  '2024-11-30/Microsoft.ManagedIdentity': ['userAssignedIdentities'],
  '2025-06-01/Microsoft.CognitiveServices': ['accounts'],
};
// Channels whose properties are checked on their own: see README.md.
const alsoDefined = { '2022-09-15/Microsoft.BotService': ['DirectLineChannel', 'MsTeamsChannel'] };
// Resources and channels that no template of ours uses, and that would bring in most of a file.
const left = { '2022-09-15/Microsoft.BotService': ['Channel'] };

const folder = process.argv[2];
if (!folder) {
  console.error('node tests/JsonSchemas/trim.mjs FOLDER');
  process.exit(2);
}

const read = name => {
  const path = [join(folder, 'schemas', `${name}.json`), join(folder, `${name.replaceAll('/', '_')}.json`)].find(existsSync);
  if (!path) throw new Error(`${name}.json is not in ${folder}.`);
  return JSON.parse(readFileSync(path, 'utf8'));
};
const withoutDescriptions = value => JSON.stringify(value, (key, part) => (key === 'description' && typeof part === 'string' ? undefined : part));
const write = (name, schema) => writeFileSync(
  new URL(`arm/${name.replaceAll('/', '_')}.json`, import.meta.url), `${JSON.stringify(JSON.parse(withoutDescriptions(schema)), null, 1)}\n`);

for (const [name, resources] of Object.entries(wanted)) {
  const { id, $schema, resourceDefinitions, definitions } = read(name);
  const kept = Object.fromEntries(resources.map(resource => {
    const { resources: children, ...properties } = resourceDefinitions[resource].properties;
    return [resource, { ...resourceDefinitions[resource], properties }];
  }));
  const needed = {};
  const follow = part => {
    for (const [, definition] of JSON.stringify(part).matchAll(/"#\/definitions\/([^"]+)"/g)) {
      if (definition in needed || left[name]?.includes(definition)) continue;
      needed[definition] = definitions[definition];
      follow(definitions[definition]);
    }
  };
  follow(kept);
  for (const definition of alsoDefined[name] ?? []) {
    needed[definition] = definitions[definition];
    follow(definitions[definition]);
  }
  for (const definition of left[name] ?? []) needed[definition] = {};
  write(name, { id, $schema, resourceDefinitions: kept, definitions: needed });
}

const template = read('2019-04-01/deploymentTemplate');
// Which resources there are is checked one by one.
template.properties.resources = { oneOf: [{ type: 'array' }, { type: 'object' }] };
for (const name of ['resource', 'resourcesWithSymbolicName', 'resourcesWithoutSymbolicName', 'resourceBaseExternal']) delete template.definitions[name];
write('2019-04-01/deploymentTemplate', template);
const common = read('common/definitions');
write('common/definitions', { ...common, definitions: { expression: common.definitions.expression } });
