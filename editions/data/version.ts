/**
 * Version of the columns of claims.csv and of the terms of claims.jsonld, as semver. A column or term that is renamed, moved
 * or dropped, or that means something else, is a new major; one that is added at the end is a new minor.
 */
export const DATA_SCHEMA_VERSION = '1.0.0'
