using System.CommandLine;

var root = new RootCommand("Reads budget disclosures and reports figures that do not agree.");
return root.Parse(args).Invoke();
