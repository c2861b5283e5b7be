import networkx as nx

roads = nx.Graph()
roads.add_weighted_edges_from([("Bern", "Basel", 95), ("Bern", "Thun", 30), ("Basel", "Zug", 110), ("Thun", "Zug", 120),
                               ("Zug", "Chur", 100), ("Bern", "Genf", 160)])
print(roads, sorted(roads.nodes), roads.degree["Bern"])
print(nx.shortest_path(roads, "Genf", "Chur", weight="weight"), nx.shortest_path_length(roads, "Genf", "Chur", weight="weight"))
tree = nx.minimum_spanning_tree(roads)
print(sorted(tree.edges(data="weight")), nx.is_tree(tree), nx.diameter(roads))
print(sorted(nx.articulation_points(roads)), [sorted(part) for part in nx.connected_components(roads)])
tasks = nx.DiGraph([("flour", "dough"), ("water", "dough"), ("dough", "bread"), ("oven", "bread")])
print(list(nx.lexicographical_topological_sort(tasks)), sorted(nx.ancestors(tasks, "bread")))
print(nx.is_directed_acyclic_graph(tasks), nx.dag_longest_path(tasks))
ranks = nx.degree_centrality(roads)
print({city: round(rank, 3) for city, rank in sorted(ranks.items())})
between = nx.betweenness_centrality(roads)
print({city: round(value, 3) for city, value in sorted(between.items())})
print(sorted(map(sorted, nx.find_cliques(nx.complete_graph(4)))), nx.number_of_edges(nx.petersen_graph()))
flow = nx.DiGraph()
for start, end, capacity in [("s", "a", 3), ("s", "b", 2), ("a", "b", 1), ("a", "t", 2), ("b", "t", 3)]:
    flow.add_edge(start, end, capacity=capacity)
print(nx.maximum_flow_value(flow, "s", "t"), nx.greedy_color(nx.cycle_graph(5)))
print(list(nx.bfs_edges(roads, "Bern")), list(nx.dfs_preorder_nodes(roads, "Bern")))
print(sorted(nx.balanced_tree(2, 2).edges), nx.adjacency_data(nx.path_graph(2))["adjacency"])
matching = nx.max_weight_matching(roads)
print(sorted(tuple(sorted(pair)) for pair in matching), nx.density(roads))
try:
    nx.shortest_path(roads, "Bern", "Rom")
except nx.NodeNotFound as error:
    print(type(error).__name__, error)
random = nx.gnp_random_graph(10, 0.4, seed=7)
print(random.number_of_edges(), nx.is_connected(random), nx.node_link_data(tasks)["nodes"])
