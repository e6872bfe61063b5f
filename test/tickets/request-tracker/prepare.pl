# Gives a new Request Tracker a user with a token that may read, open, comment and close tickets of one queue; prints the token.
use strict;
use warnings;
use lib "$ENV{RT_LIBRARY}";
use RT;

RT->LoadConfig;
RT->Init;

sub done { my ($ok, $said) = @_; die "$said\n" unless $ok; return $ok }

my $system = RT->SystemUser;
my $user   = RT::User->new($system);
done($user->Create(Name => 'tsdeploy', EmailAddress => 'tsdeploy@example.test', Privileged => 1));

my $queue = RT::Queue->new($system);
$queue->Load('General');
for my $right (qw(SeeQueue ShowTicket ShowTicketComments CreateTicket CommentOnTicket ModifyTicket)) {
    done($user->PrincipalObj->GrantRight(Right => $right, Object => $queue));
}
done($user->PrincipalObj->GrantRight(Right => 'ManageAuthTokens', Object => RT->System));

my ($id, $said, $token) = RT::AuthToken->new(RT::CurrentUser->new($user))->Create(Owner => $user->id, Description => 'tests');
done($id, $said);
print $token;
