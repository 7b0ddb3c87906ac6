// Makes the templates and parameter files that create their resource group from those that use an existing one:
//   node build/new-rg-templates.mjs
// Each holds the other whole, as a nested deployment; a test compares.
import { readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../deploymentTemplates/', import.meta.url);
const read = path => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const write = (path, value) => writeFileSync(new URL(path, folder), `${JSON.stringify(value, null, 2)}\n`);

for (const name of ['BotApp', 'AzureBot']) {
  const inner = read(`deployUseExistResourceGroup/template-${name}-with-rg.json`);
  // Defaults that speak of the group can only be read inside of it, so such parameters are not passed on.
  const insideOnly = (parameter, seen = []) => {
    const text = JSON.stringify(inner.parameters[parameter].defaultValue ?? '');
    return text.includes('resourceGroup()')
      || [...text.matchAll(/parameters\('([^']+)'\)/g)].some(([, other]) => !seen.includes(other) && insideOnly(other, [...seen, parameter]));
  };
  const passed = Object.keys(inner.parameters).filter(parameter => !insideOnly(parameter) && parameter !== 'location');
  const location = 'location' in inner.parameters ? { location: { value: "[parameters('groupLocation')]" } } : {};
  write(`deployWithNewResourceGroup/template-${name}-new-rg.json`, {
    $schema: 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',
    contentVersion: inner.contentVersion,
    metadata: { description: `${inner.metadata.description} With its resource group. Made by build/new-rg-templates.mjs.` },
    parameters: {
      groupName: { type: 'string', metadata: { description: 'Name of the resource group; it is made when it is not there.' } },
      groupLocation: { type: 'string', metadata: { description: 'Region of the resource group, such as westeurope.' } },
      ...Object.fromEntries(passed.map(parameter => [parameter, inner.parameters[parameter]])),
    },
    resources: [
      { type: 'Microsoft.Resources/resourceGroups', apiVersion: '2022-09-01', name: "[parameters('groupName')]", location: "[parameters('groupLocation')]", properties: {} },
      {
        type: 'Microsoft.Resources/deployments',
        apiVersion: '2022-09-01',
        name: `empathybot-${name}`,
        resourceGroup: "[parameters('groupName')]",
        dependsOn: ["[resourceId('Microsoft.Resources/resourceGroups', parameters('groupName'))]"],
        properties: {
          mode: 'Incremental',
          expressionEvaluationOptions: { scope: 'inner' },
          parameters: { ...Object.fromEntries(passed.map(parameter => [parameter, { value: `[parameters('${parameter}')]` }])), ...location },
          template: inner,
        },
      },
    ],
    outputs: Object.fromEntries(Object.entries(inner.outputs).map(([output, { type }]) => [
      output, { type, value: `[reference('empathybot-${name}').outputs.${output}.value]` }])),
  });

  const parameters = read(`deployUseExistResourceGroup/parameters-for-template-${name}-with-rg.json`);
  write(`deployWithNewResourceGroup/parameters-for-template-${name}-new-rg.json`, {
    ...parameters, parameters: { groupName: { value: '' }, groupLocation: { value: '' }, ...parameters.parameters },
  });
}
