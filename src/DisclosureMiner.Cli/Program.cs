using System.Text;
using DisclosureMiner.Cli;

// Documents and messages are Chinese: a terminal of another encoding would show question marks.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await DisclosureMinerCommand.RunAsync(
    args,
    Console.Out,
    Console.Error,
    isTable: !Console.IsOutputRedirected,
    isBar: !Console.IsErrorRedirected);
