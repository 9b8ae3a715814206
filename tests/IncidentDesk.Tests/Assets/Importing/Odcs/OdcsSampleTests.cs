using System.Text;
using IncidentDesk.Assets.Importing.Odcs;
using IncidentDesk.Tests.Assets.Importing.Files;
using YamlDotNet.RepresentationModel;

namespace IncidentDesk.Tests.Assets.Importing.Odcs;

public sealed class OdcsSampleTests
{
    [Theory, InlineData("odcs/basic-four-dpo.odcs.yaml"), InlineData("odcs/kafka-schema.odcs.yaml")]
    public void A_contract_is_read_as_a_few_lines_count_it(string file)
    {
        var bytes = Samples.Bytes(file);

        Assert.Equal(Count(bytes), Counted.Of(new OdcsFormat(), Sent.Bytes(bytes, file)));
    }

    [Fact]
    public void The_topic_of_the_sample_has_the_key_of_its_broker() => Assert.Equal(
        ["kafka://kafkabroker1:9092/orders"], new OdcsFormat().Read(Sent.Bytes(Samples.Bytes("odcs/kafka-schema.odcs.yaml"))).Keys());

    static Counted Count(byte[] bytes)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Encoding.UTF8.GetString(bytes)));
        var root = yaml.Documents[0].RootNode;
        var objects = List(root, "schema").Count;
        var owners = root["kind"] is not null && ((YamlMappingNode)root).Children.TryGetValue("team", out var team)
            ? 1 + List(team, "members").Count(m => !((YamlMappingNode)m).Children.ContainsKey("dateOut")) : 0;
        var text = Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain("transformSourceObjects", text, StringComparison.Ordinal);
        Assert.DoesNotContain("classification:", text, StringComparison.Ordinal);
        return new(objects * Math.Max(1, List(root, "servers").Count), 0, objects * owners, 0, 0);
    }

    static List<YamlNode> List(YamlNode node, string name) =>
        ((YamlMappingNode)node).Children.TryGetValue(name, out var list) ? [.. ((YamlSequenceNode)list).Children] : [];
}
