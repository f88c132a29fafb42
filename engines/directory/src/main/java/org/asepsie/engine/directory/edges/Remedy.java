package org.asepsie.engine.directory.edges;

/// One unit of remediation: what an administrator does in one go, and what it takes away.
///
/// All entries of one trustee in one descriptor count as one unit. Collectors split an entry into rights and drop its
/// bounds, so that single entries could not be told apart in every format; and who mends a descriptor removes the
/// trustee, not a bit.
///
/// @param subject the index of the object that loses something
/// @param object the index of what it loses it on, -1 where there is only one object
public record Remedy(Kind kind, int subject, int object) {
    /// How the two objects are to be read.
    public enum Kind {
        /// Nothing that an administrator can take away.
        NOBODYS,
        /// Remove the entries of the subject from the descriptor of the object; what is inherited from it goes too.
        ENTRY,
        /// Give the object another owner than the subject.
        OWNERSHIP,
        /// Take the subject out of the group.
        MEMBERSHIP,
        /// Give the subject its usual primary group again.
        PRIMARY_GROUP,
        /// Take the subject out of the local groups and user rights of the computer.
        LOCAL_RIGHT,
        /// Take the subject out of the local groups that policies of the container set.
        POLICY_LOCAL_RIGHT,
        /// Keep the object's account from logging on to the subject, a computer.
        SESSION,
        /// Run the service under another account than the subject on this computer.
        SERVICE,
        /// Take the right to read the object's managed password from the subject.
        PASSWORD_READER,
        /// Do not install the object, a managed account, on the subject, a computer.
        PASSWORD_HOLDER,
        /// Remove the object from the targets the subject may delegate to.
        DELEGATION,
        /// Remove the subject from those who may act on behalf of others towards the object.
        ACTING,
        /// Switch off unconstrained delegation of the subject.
        UNCONSTRAINED,
        /// Remove the object from the subject's SID history.
        SID_HISTORY,
        /// Remove the link of the subject, a policy, to the container.
        LINK,
        /// Filter SIDs on the trust of the subject towards the object.
        SID_FILTERING,
        /// Forbid delegation of tickets over the trust between the two.
        TICKET_DELEGATION,
        /// Stop publishing the subject, a template, at the authority.
        PUBLICATION,
        /// Demand approval for the subject, a template, or take away what makes it dangerous.
        TEMPLATE,
        /// Take enrolment or management at the object, an authority, from the subject.
        AUTHORITY_RIGHT,
        /// Stop the subject, an authority, from taking names out of requests.
        AUTHORITY_FLAG,
        /// Have the subject, a domain's controllers, bind certificates strongly to accounts.
        CERTIFICATE_BINDING,
        /// Unlink the group from the subject, an issuance policy.
        POLICY_GROUP
    }
}
