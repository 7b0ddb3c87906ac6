// Checks documents against Microsoft's JSON schemas (draft-04) and answers with what is wrong, in sentences.
// In: a JSON array on standard input, each item one of
//   { "resource": {…} }                      a resource of a deployment template, its expressions already evaluated
//   { "template": {…} }                      the frame of a deployment template
//   { "manifest": {…}, "version": "1.25" }   a Teams app manifest
// Out: a JSON array with an array of sentences for each item.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const here = dirname(fileURLToPath(import.meta.url));
const teams = join(dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json')), 'build', 'json-schemas', 'teams');
const readJson = path => JSON.parse(readFileSync(path, 'utf8'));

const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
addFormats(ajv);

// The schemas let properties they do not know pass; a slip of the pen must not. What has a list of properties takes no others.
const parts = ['allOf', 'anyOf', 'oneOf'];
function close(schema, mayClose = true) {
  if (Array.isArray(schema)) return schema.forEach(part => close(part, mayClose));
  if (schema === null || typeof schema !== 'object') return;
  const hasParts = parts.some(keyword => keyword in schema);
  if (mayClose && !hasParts && schema.type === 'object' && Object.keys(schema.properties ?? {}).length > 0) schema.additionalProperties ??= false;
  for (const [keyword, part] of Object.entries(schema)) {
    if (keyword === 'properties' || keyword === 'definitions' || keyword === 'resourceDefinitions') Object.values(part).forEach(inner => close(inner));
    // Where parts share one object each sees properties of the others, so none may be closed.
    else if (parts.includes(keyword)) close(part, keyword !== 'allOf' && !schema.properties);
    else if (keyword !== 'enum' && keyword !== 'default') close(part);
  }
}

const resources = new Map();
for (const file of readdirSync(join(here, 'arm')).filter(name => name.endsWith('.json'))) {
  const schema = readJson(join(here, 'arm', file));
  if (schema.resourceDefinitions) close(schema);
  ajv.addSchema(schema);
  for (const [name, { properties }] of Object.entries(schema.resourceDefinitions ?? {}))
    resources.set(`${properties.type.enum[0]}@${properties.apiVersion.enum[0]}`.toLowerCase(), { schema, name, known: properties });
}

const reference = (schema, pointer) => ajv.getSchema(`${schema.id.replace(/#$/, '')}#${pointer}`);

// Most values may also be an expression; that one is none need not be told.
function sentences(validator, document) {
  if (validator(document)) return [];
  const told = validator.errors.filter(({ keyword, schemaPath }) => !['oneOf', 'anyOf', 'allOf'].includes(keyword) && !schemaPath.includes('/definitions/expression'));
  return [...new Set((told.length > 0 ? told : validator.errors).map(({ instancePath, message, params }) => {
    const which = params.additionalProperty ?? params.allowedValues?.join(', ');
    return `${instancePath || '/'} ${message}${which ? ` (${which})` : ''}`;
  }))];
}

// Properties that any resource may have; the frame's schema knows them.
const ofAnyResource = ['condition', 'comments', 'copy', 'dependsOn', 'location', 'scope', 'tags'];

function checkResource(resource) {
  const { type, apiVersion } = resource;
  const known = resources.get(`${type}@${apiVersion}`.toLowerCase());
  if (!known) return [`There is no schema for ${type} of ${apiVersion}.`];
  const { schema, name } = known;
  const base = ajv.getSchema('https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#/definitions/resourceBase');
  // The schema of a child has the pattern of its own part of the name.
  const own = Object.fromEntries(Object.entries({ ...resource, name: resource.name.split('/').at(-1) })
    .filter(([property]) => !ofAnyResource.includes(property) || property in known.known));
  if (name === 'sites_basicPublishingCredentialsPolicies') own.name = resource.name;
  if (name !== 'botServices_channels') return [...sentences(base, resource), ...sentences(reference(schema, `/resourceDefinitions/${name}`), own)];

  // Upstream the schema of a channel forbids in one part what it asks for in the next, so no channel fits it: its own part is checked.
  const { channelName, properties } = own.properties;
  const channel = reference(schema, `/definitions/${channelName}`);
  return channel === undefined
    ? [`/properties/channelName There is no schema for the channel ${channelName}.`]
    : [
      ...sentences(base, resource),
      ...sentences(reference(schema, `/resourceDefinitions/${name}`), { ...own, properties: {} }),
      ...sentences(channel, { channelName, properties }),
      ...Object.keys(own.properties).filter(key => !['channelName', 'location', 'properties', 'etag'].includes(key)).map(key => `/properties must NOT have additional properties (${key})`),
    ];
}

const manifests = new Map();
function checkManifest(manifest, version) {
  if (!manifests.has(version)) manifests.set(version, ajv.compile(readJson(join(teams, `v${version}`, 'MicrosoftTeams.schema.json'))));
  return sentences(manifests.get(version), manifest);
}

const frame = ajv.getSchema('https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json');
const items = JSON.parse(readFileSync(0, 'utf8'));
console.log(JSON.stringify(items.map(item => {
  if (item.resource) return checkResource(item.resource);
  if (item.template) return sentences(frame, item.template);
  return checkManifest(item.manifest, item.version);
})));
