package org.asepsie.app.access;

import java.io.Serial;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;

/// Tells the database, at the start of each transaction, whose eyes it is read with.
///
/// The setting ends with the transaction, so a pooled connection never carries one person's sight to the next;
/// outside a transaction nothing is set and row-level security shows nothing.
@Component
class ActorTransactionManager extends JdbcTransactionManager {
    @Serial
    private static final long serialVersionUID = 1L;

    ActorTransactionManager(DataSource dataSource) {
        super(dataSource);
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
}
