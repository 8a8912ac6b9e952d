using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Work;

/// <summary>Writes the reports and the files for other programs of all documents that this version has mined.</summary>
internal sealed class ReportWriting(ServerOptions options, DisclosureStore store, Pipeline pipeline, RegisterAtHand register)
{
    /// <summary>Writes them; those of before stay until the new ones are complete.</summary>
    /// <returns>How many documents they cover: 0 where there are more than are reported on.</returns>
    public int Write(CancellationToken stop)
    {
        MiningVersion version = Mining.VersionOf(pipeline);
        ImmutableArray<LocatedDocument> documents = store.Located(version);
        if (documents.Length > options.MostReported)
        {
            return 0;
        }

        ContractFiles.Write(options.Reports, store, documents, new ContractOptions(Language.Zh) { Register = register.Current }, stop: stop);
        ReportFile.Write(options.Reports, store, documents, new ReportOptions(version, Language.Zh, pipeline.Rules, Jobs: options.Jobs), stop: stop);
        return documents.Length;
    }
}
