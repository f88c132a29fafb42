package org.asepsie.app.access;

import java.io.Serial;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/// Tells the database, at the start of each transaction, whose eyes it is read with; and, at the end of one that wrote,
/// that something within that sight has changed ([Changes]).
///
/// The setting ends with the transaction, so a pooled connection never carries one person's sight to the next;
/// outside a transaction nothing is set and row-level security shows nothing.
@Component
class ActorTransactionManager extends JdbcTransactionManager {
    @Serial
    private static final long serialVersionUID = 1L;

    ActorTransactionManager(DataSource dataSource) {
        super(dataSource);
        setRollbackOnCommitFailure(true);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var connection = DataSourceUtils.getConnection(obtainDataSource());
        try (var statement = connection.prepareStatement("select set_config('asepsie.scopes', ?, true)")) {
            statement.setString(1, Actors.current().scopes());
            statement.execute();
        } catch (SQLException failed) {
            doCleanupAfterCompletion(transaction);
            throw new TransactionSystemException("the actor could not be told to the database", failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, obtainDataSource());
        }
    }

    /// Counted here and no earlier: what is counted stays locked until the commit, and work that others hang on the
    /// end of a transaction may open one of its own.
    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        var paths = Changes.countedFor(Actors.current());
        if (!status.isReadOnly() && !paths.isEmpty()) {
            count(paths);
        }
        super.doCommit(status);
    }

    private void count(Collection<String> paths) {
        var connection = DataSourceUtils.getConnection(obtainDataSource());
        try (var statement = connection.prepareStatement("select access.count_change(?)")) {
            statement.setArray(1, connection.createArrayOf("text", paths.toArray()));
            statement.execute();
        } catch (SQLException failed) {
            throw new TransactionSystemException("the change could not be counted", failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, obtainDataSource());
        }
    }
}
