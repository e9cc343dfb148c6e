import { at } from '../../src/numbers/at.ts'
import {
  brokerage,
  compareNetworks,
  corePeriphery,
  graphOf,
  groupMixing,
  networkStructure,
  type Brokerage,
  type Graph,
} from '../../src/measures.ts'
import { mainTable, numberParam, textParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { columnAmongOr, textColumn, type Table } from './table.ts'
import { inOrderOf, namesInOrderOf } from './in-order-of.ts'

export function networkCase(oracleCase: OracleCase) {
  const ties = tiesOf(mainTable(oracleCase))
  const nodeTable = oracleCase.tables['nodes']
  const nodes = nodeTable ? nodesOf(nodeTable) : [...new Set(ties.flat())]
  const graph = graphOf(nodes, ties, oracleCase.params['directed'] !== false)
  const groupColumn = textParam(oracleCase.params, 'group')
  const structure = structureOf(graph, oracleCase)
  if (groupColumn === undefined || !nodeTable) return structure
  return { ...structure, ...groupsOf(graph, textColumn(nodeTable, groupColumn), structure.nodes, oracleCase) }
}

function tiesOf(table: Table): [string, string][] {
  const to = textColumn(table, columnAmongOr(table, ['to', 'target', 'receiver'], 1))
  return textColumn(table, columnAmongOr(table, ['from', 'source', 'sender'], 0)).flatMap((from, row): [string, string][] => {
    const other = at(to, row)
    return from === null || other === null ? [] : [[from, other]]
  })
}

function nodesOf(table: Table): string[] {
  return textColumn(table, columnAmongOr(table, ['id', 'name', 'node'], 0)).map(String)
}

function structureOf(graph: Graph, { expected }: OracleCase) {
  const found = networkStructure(graph)
  const core = corePeriphery(graph)
  const by = <T>(values: readonly T[]) => Object.fromEntries(graph.nodes.map((node, place) => [node, at(values, place)]))
  return {
    n: found.n,
    ties: found.ties,
    density: found.density,
    isolates: found.isolates,
    components_weak: found.weakComponents,
    components_strong: found.strongComponents,
    transitivity_global: found.transitivity,
    reciprocity_edgewise: found.reciprocity,
    reciprocity_dyadic_nonnull: found.mutualShare,
    dyad_census: found.dyads && { mutual: found.dyads.mutual, asymmetric: found.dyads.asymmetric, null: found.dyads.none },
    centralization_degree: found.centralization.degree,
    centralization_indegree: found.centralization.indegree,
    centralization_outdegree: found.centralization.outdegree,
    centralization_betweenness: found.centralization.betweenness,
    mean_distance_reachable_pairs: found.meanDistance,
    diameter: found.diameter,
    core_periphery: core && {
      model: coreModel,
      correlation: core.correlation,
      core: namesInOrderOf(coreOf(expected), core.core),
      optimal_partitions: core.optimalPartitions,
    },
    nodes: {
      degree_total: by(found.byNode.degree),
      indegree: by(found.byNode.indegree),
      outdegree: by(found.byNode.outdegree),
      betweenness: by(found.byNode.betweenness),
      betweenness_normalized: by(found.byNode.normalizedBetweenness),
      coreness_k_core_undirected: by(found.byNode.core),
    },
  }
}

/** Who a case has in the core, to take over its order. */
function coreOf(expected: OracleCase['expected']): unknown {
  const told = expected['core_periphery'] as { core?: unknown } | null | undefined // Read from the case's JSON.
  return told?.core
}

const coreModel =
  'Borgatti-Everett discrete, pattern delta_ij = 1 if i or j is in the core (off-diagonal cells only), Pearson correlation maximised over all partitions by full enumeration'

function groupsOf(graph: Graph, groups: (string | null)[], nodes: object, { expected }: OracleCase) {
  const mixing = groupMixing(graph, groups)
  const brokers = brokerage(graph, groups)
  const total = (role: keyof Brokerage) => brokers.reduce((sum, broker) => sum + broker[role], 0)
  return {
    ei_index: mixing.ei,
    external_ties: mixing.external,
    internal_ties: mixing.internal,
    ei_by_group: mixing.byGroup,
    ei_expected_random: mixing.expected,
    assortativity_nominal: mixing.assortativity,
    brokerage_total: namedRoles(total),
    nodes: {
      ...nodes,
      brokerage: inOrderOf(
        (expected['nodes'] as { brokerage?: unknown } | undefined)?.brokerage, // Read from the case's JSON.
        'id',
        brokers.map((broker, place) => ({ id: at(graph.nodes, place), ...namedRoles((role) => broker[role]) })),
      ),
    },
  }
}

function namedRoles(of: (role: keyof Brokerage) => number) {
  return {
    w_I: of('coordinator'),
    w_O: of('itinerant'),
    b_IO: of('representative'),
    b_OI: of('gatekeeper'),
    b_O: of('liaison'),
    t: of('total'),
  }
}

export function networkCompareCase(oracleCase: OracleCase) {
  const others = Object.entries(oracleCase.tables).filter(([name, table]) => name !== 'nodes' && table !== mainTable(oracleCase))
  const second = oracleCase.tables['second'] ?? others[0]?.[1]
  if (!second) throw new Error('the case has no second network')
  const [before, after] = [tiesOf(mainTable(oracleCase)), tiesOf(second)]
  const nodeTable = oracleCase.tables['nodes']
  const named = [...new Set([...(nodeTable ? nodesOf(nodeTable) : []), ...before.flat(), ...after.flat()])]
  // People without any tie are known by their number alone.
  const missing = Math.max(0, (numberParam(oracleCase.params, 'n') ?? named.length) - named.length)
  const nodes = [...named, ...Array.from({ length: missing }, (_, i) => `without ties ${i}`)]
  const directed = oracleCase.params['directed'] !== false
  const found = compareNetworks(graphOf(nodes, before, directed), graphOf(nodes, after, directed))
  return {
    graph_correlation: found.correlation,
    jaccard: found.jaccard,
    hamming: found.hamming,
    kept: found.kept,
    gained: found.gained,
    lost: found.lost,
  }
}
