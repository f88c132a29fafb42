package org.asepsie.engine.directory.edges;

import org.asepsie.engine.directory.Attribute;

/// ReadGMSAPassword for those the account names as readers, DumpSMSAPassword from the computer that holds the password.
final class ManagedAccountEdges implements EdgeRule {
    @Override
    public void derive(Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        for (var object = 0; object < forest.size(); object++) {
            var it = object;
            forest.refs(object, Attribute.MANAGED_PASSWORD_READERS)
                    .filter(reader -> !facts.isNoOne(reader))
                    .forEach(reader -> edges.edge(
                            reader,
                            EdgeKind.READ_GMSA_PASSWORD,
                            it,
                            facts.unit(Remedy.Kind.PASSWORD_READER, reader, it)));
            forest.refs(object, Attribute.MANAGED_PASSWORDS_HELD)
                    .forEach(account -> edges.edge(
                            it,
                            EdgeKind.DUMP_SMSA_PASSWORD,
                            account,
                            facts.unit(Remedy.Kind.PASSWORD_HOLDER, it, account)));
        }
    }
}
