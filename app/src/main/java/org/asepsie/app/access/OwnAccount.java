package org.asepsie.app.access;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// What people do with their own account. Each step that could lock them out asks for their password again.
@Service
public class OwnAccount {
    private final SignIn signIn;
    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final Sessions sessions;
    private final Audit audit;
    private final TransactionOperations transactions;

    OwnAccount(
            SignIn signIn,
            Accounts accounts,
            SecondFactors secondFactors,
            Sessions sessions,
            Audit audit,
            TransactionOperations transactions) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    /// @param session the session to keep; all others end
    public SignInAnswer changePassword(Actor.Person person, String current, String wanted, String session) {
        var answer = signIn.confirms(person, current);
        if (answer instanceof SignInAnswer.Welcome) {
            transactions.executeWithoutResult(_ -> {
                accounts.choosePassword(person.account(), wanted);
                audit.record("access.action.password-changed", Optional.empty(), person.email(), "");
            });
            sessions.endAllBut(person.account(), session);
        }
        return answer;
    }

    public SignInAnswer removeSecondFactor(Actor.Person person, String password) {
        var answer = signIn.confirms(person, password);
        if (answer instanceof SignInAnswer.Welcome) {
            transactions.executeWithoutResult(_ -> {
                secondFactors.remove(person.account());
                audit.record("access.action.second-factor-off", Optional.empty(), person.email(), "");
            });
        }
        return answer;
    }

    public boolean hasSecondFactor(Actor.Person person) {
        return accounts.hasSecondFactor(person.account());
    }

    public List<Sessions.OpenSession> sessions(Actor.Person person, String current) {
        return sessions.of(person.account(), current);
    }

    public void endOtherSessions(Actor.Person person, String current) {
        sessions.endAllBut(person.account(), current);
        audit.record("access.action.sessions-ended", Optional.empty(), person.email(), "");
    }
}
