using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Http;

namespace IncidentDesk.Web.Tests.Kit;

public sealed class TermHeadersTests
{
    [Fact]
    public void Without_headers_a_command_is_sent_under_no_terms()
    {
        Assert.Equal(Terms.None, Read().Value);
        Assert.Null(new Terms { Key = "" }.Key);
    }

    [Fact]
    public void A_key_and_a_position_are_the_terms() =>
        Assert.Equal(new Terms { Key = "k-1", Seen = 17 }, Read(("Idempotency-Key", "k-1"), ("If-Match", "\"17\"")).Value);

    [Fact]
    public void A_tag_that_a_proxy_weakened_matches_nothing_and_says_so() =>
        Assert.Equal(new Refusal.WeakTag("W/\"17\""), Read(("If-Match", "W/\"17\"")).Refusal);

    [Theory, InlineData("a\0b"), InlineData("a\u202eb"), InlineData(" ")]
    public void A_key_is_a_text_like_any_other(string key) =>
        Assert.Contains("Idempotency-Key", Assert.IsType<Refusal.Invalid>(Read(("Idempotency-Key", key)).Refusal).Fields);

    static Outcome<Terms> Read(params (string Name, string Value)[] headers)
    {
        var request = new DefaultHttpContext().Request;
        foreach (var (name, value) in headers) request.Headers[name] = value;
        return TermHeaders.Read(request);
    }
}
